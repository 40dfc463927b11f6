"""Facts become an order: pure, same input, same output."""

"""What is found out about pay: how many months of a higher wage earn a cost back."""

"""An outcome becomes what a person is told, whatever the medium."""

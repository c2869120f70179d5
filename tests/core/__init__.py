"""The core, tried on texts and values."""

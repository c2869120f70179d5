"""The house's own rules, as checks over its modules: what may import what, how large things are, who may speak."""

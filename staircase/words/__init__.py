"""Every sentence a person reads, in each language: keyed catalogues, pages of rules, and guides."""

"""The staffing list of an office: what its columns and rows mean, compared with the register."""

"""The workspace for other programs: REST with OpenAPI, tokens, exports."""

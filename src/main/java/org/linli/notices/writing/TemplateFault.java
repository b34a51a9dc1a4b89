package org.linli.notices.writing;

/// Why a file of `templates/notices` cannot be used.
///
/// @param why the end of a key of words
public record TemplateFault(String file, int line, String why, String what) {}

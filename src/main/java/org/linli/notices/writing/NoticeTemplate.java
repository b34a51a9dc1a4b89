package org.linli.notices.writing;

import org.linli.notices.Wording;

/// Words to begin with; what is in braces is for the writer to fill in.
///
/// @param id   the file's name without its ending
/// @param name as staff finds it
public record NoticeTemplate(String id, String name, Wording wording) {}

package org.linli.notices.writing;

import org.linli.notices.Wording;

/// Words to begin with; what is in braces is for the writer to fill in.
///
/// @param id   the file's name without its ending
/// @param name  as staff finds it
/// @param asked what many ask for which it is drafted: a label, or `other` for all that no template names; empty for
///              those that staff chooses from
public record NoticeTemplate(String id, String name, Wording wording, String asked) {}

package org.linli.web.resident;

/// A page of a resident's own that `/my` leads to. A capability that has one puts it there as a bean.
///
/// @param path  below `/my`
/// @param words a key of what the link says
public record OwnPage(String path, String words, int order) {}

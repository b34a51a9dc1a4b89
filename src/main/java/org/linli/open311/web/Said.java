package org.linli.open311.web;

/// What is answered, before it has a format.
///
/// @param root what the whole is called in XML, like `services`; JSON has no name for it
/// @param each what one of a list is called in XML, like `service`
record Said(String root, String each, Object content) {}

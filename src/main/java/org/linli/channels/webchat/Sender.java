package org.linli.channels.webchat;

/// Whom to hold back when it gets too much; says nothing about the person.
///
/// @param visitor one browser, which may forget its cookie
/// @param address where it is, hashed; many browsers may share it
/// @param isHere  whether the request comes from this machine
record Sender(String visitor, String address, boolean isHere) {}

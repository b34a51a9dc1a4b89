package org.linli.understanding.opennlp;

/// What all lines say of one message.
///
/// @param written as it stands there: whether somebody is to be woken up goes by that
/// @param meant   as it was probably meant, by [Respelling]: what it is about goes by that
record Readings(Reading written, Reading meant) {

    static final Readings NOTHING = new Readings(Reading.NOTHING, Reading.NOTHING);
}

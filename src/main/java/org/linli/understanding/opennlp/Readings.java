package org.linli.understanding.opennlp;

/// What all lines say of one message.
///
/// @param written as it stands there: whether somebody is to be woken up goes by that
/// @param meant   as it was probably meant, by [Respelling]: what it is about goes by that
/// @param breathless whether it is [Breathless]
record Readings(Reading written, Reading meant, boolean breathless) {

    static final Readings NOTHING = new Readings(Reading.NOTHING, Reading.NOTHING, false);
}

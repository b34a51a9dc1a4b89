package org.linli.understanding;

/// What it means to speak in a group from a confidence on, measured on examples that the model had not seen. What
/// sounds like danger ([Understanding#ALARM]) is heard at any of them, and counts here as in a group.
///
/// @param threshold   the confidence, from 0 to 1
/// @param reports     the share of messages that open a case which are heard
/// @param emergencies the share of emergencies which are heard
/// @param chatter     the share of chatter that is interrupted
public record SpeakingUp(double threshold, double reports, double emergencies, double chatter) {}

package org.linli.understanding;

/// What it means to speak in a group from a confidence on, measured on examples that the model had not seen.
///
/// @param threshold   the confidence, from 0 to 1
/// @param reports     the share of messages that open a case which are heard
/// @param emergencies the share of emergencies which are heard
/// @param chatter     the share of chatter that is interrupted
public record SpeakingUp(double threshold, double reports, double emergencies, double chatter) {}

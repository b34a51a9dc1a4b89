package org.linli.understanding.opennlp;

import java.util.List;
import org.linli.understanding.SpeakingUp;

/// What was learnt from messages that the lines had not seen: how far the lines are to be believed.
///
/// @param sharpness the factor that makes probabilities of the labels' margins
/// @param truth     what makes the confidence in the likeliest label come true, in private
/// @param bar       the score of `worth` below which a message is outside the scope, where that is asked for
/// @param points    what speaking up in a group at some thresholds means
record Learnt(
        Scope scope,
        double sharpness,
        Truth truth,
        AmongNeighbours.Bar worth,
        AmongNeighbours.Bar alarm,
        double bar,
        List<SpeakingUp> points) {}

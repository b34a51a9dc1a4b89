package org.linli.understanding.opennlp;

import java.util.List;
import org.linli.understanding.Ranked;

/// What a model makes of a message.
///
/// @param ranking the answer first, then by confidence; never empty
/// @param danger  how sure we may be that it is an emergency, as in [org.linli.understanding.Understanding]
public record Judgement(List<Ranked> ranking, double danger) {}

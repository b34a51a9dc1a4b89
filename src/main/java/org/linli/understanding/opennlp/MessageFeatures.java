package org.linli.understanding.opennlp;

import java.util.Collection;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/// [Features] for OpenNLP's own tools. Public and without arguments because a stored model names it by its class.
public final class MessageFeatures implements FeatureGenerator {

    @Override
    public Collection<String> extractFeatures(String[] tokens, Map<String, Object> extra) {
        return Features.of(String.join(" ", tokens));
    }
}

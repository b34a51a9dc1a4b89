package org.linli.understanding.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.understanding.Ranked;
import org.linli.understanding.opennlp.IntentModel;

/// `{"text","intent","confidence","ranking":[{"intent","confidence"}…]}` for a line.
record Classify(IntentModel model, boolean group) {

    Map<String, ?> answer(String line) {
        var ranking = model.rank(line, group);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("text", line);
        answer.putAll(object(ranking.getFirst()));
        answer.put("ranking", ranking.stream().map(Classify::object).toList());
        return answer;
    }

    private static Map<String, Object> object(Ranked it) {
        var object = new LinkedHashMap<String, Object>();
        object.put("intent", it.intent().label());
        object.put("confidence", Math.round(it.confidence() * 1e6) / 1e6);
        return object;
    }
}

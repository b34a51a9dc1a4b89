package org.linli.understanding.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.understanding.Ranked;
import org.linli.understanding.opennlp.IntentModel;

/// `{"text","intent","confidence","danger","ranking":[{"intent","confidence"}…]}` for a line.
record Classify(IntentModel model, boolean group) {

    Map<String, ?> answer(String line) {
        var judged = model.judge(line, group);
        var ranking = judged.ranking();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("text", line);
        answer.putAll(object(ranking.getFirst()));
        answer.put("danger", rounded(judged.danger()));
        answer.put("ranking", ranking.stream().map(Classify::object).toList());
        return answer;
    }

    private static Map<String, Object> object(Ranked it) {
        var object = new LinkedHashMap<String, Object>();
        object.put("intent", it.intent().label());
        object.put("confidence", rounded(it.confidence()));
        return object;
    }

    private static double rounded(double share) {
        return Math.round(share * 1e6) / 1e6;
    }
}

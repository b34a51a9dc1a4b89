package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Masked;
import org.linli.whistles.Whistle;

/// A whistle as programs see it: not who reported in, and words without names and numbers of people.
final class WhistleJson {

    private WhistleJson() {}

    static Map<String, @Nullable Object> of(Whistle it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var reported = it.reportedAt();
        var verdict = it.verdict();
        json.put("id", it.id());
        json.put("case", it.number());
        json.put("unit", it.unit());
        json.put("state", Words.of(it.state()));
        json.put("reason", Masked.words(it.call().reason()));
        json.put("called_at", it.call().at().toString());
        json.put("report_by", it.call().reportBy().toString());
        json.put("reported_at", reported == null ? null : reported.toString());
        json.put("refusals", it.refusals());
        json.put("stars", verdict == null ? null : verdict.stars());
        return json;
    }
}

package org.linli.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskCases;
import org.linli.cases.FindCases;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// One case with its history, as a program sees it.
@Component
class ReadCase {

    private final FindCases cases;
    private final DeskCases list;
    private final CaseWords words;

    ReadCase(FindCases cases, DeskCases list, CaseWords words) {
        this.cases = cases;
        this.list = list;
        this.words = words;
    }

    /// Never empty. Signals [Refusal] where there is none that this program sees.
    Mono<Map<String, @Nullable Object>> whole(Client client, String number) {
        return cases.file(client.community(), number)
                .filter(client.sight()::sees)
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                .flatMap(file -> whole(client, file));
    }

    private Mono<Map<String, @Nullable Object>> whole(Client client, CaseFile file) {
        var json = new CaseJson(client.map(), words);
        return list.history(client.community(), file.it().number())
                .collectList()
                .map(steps -> {
                    var it = json.of(file.it(), file.seen(), file.supporters().size());
                    it.put("history", json.history(steps));
                    return it;
                });
    }
}

package org.linli.audit;

import java.util.List;
import org.linli.cases.HearSteps;
import org.linli.cases.Step;
import org.linli.platform.audit.Noted;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Notes the steps that staff takes; what residents say and what the service does by itself stands in the case.
@Component
class NoteSteps implements HearSteps {

    private final AddEntries entries;

    NoteSteps(AddEntries entries) {
        this.entries = entries;
    }

    @Override
    public Mono<Void> hear(List<Step> steps) {
        var noted = steps.stream()
                .filter(it -> it.by().kind().isStaff())
                .map(NoteSteps::noted)
                .toList();
        return noted.isEmpty() ? Mono.empty() : entries.add(noted);
    }

    private static Noted noted(Step it) {
        var what = it.kind() == Step.Kind.UNMASKED ? Noted.Kind.LOOKED : Noted.Kind.CASE;
        return new Noted(it.community(), it.by().id(), what, it.number(), detail(it), it.at());
    }

    /// Not what was said: that may be personal, and stands in the history of the case.
    private static String detail(Step it) {
        return it.kind() + " " + it.state() + " " + it.unit();
    }
}

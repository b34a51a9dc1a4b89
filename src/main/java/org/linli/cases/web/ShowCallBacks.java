package org.linli.cases.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.SpokenTime;
import org.linli.cases.callbacks.CallBack;
import org.linli.cases.callbacks.Draw;
import org.linli.cases.callbacks.FindCallBacks;
import org.linli.platform.words.Masked;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts a month's call-backs on their page.
@Component
class ShowCallBacks {

    /// @param result a key's last part, empty before somebody called
    record Row(
            String number,
            String what,
            String where,
            String unit,
            String state,
            String resolved,
            String result,
            String said,
            String by,
            boolean due) {}

    /// @param verified whether drawing again gives the same
    record Summary(
            String month, String seed, int pool, int drawn, long called, long satisfied, String at, boolean verified) {}

    private final FindCallBacks find;
    private final FindCases cases;

    ShowCallBacks(FindCallBacks find, FindCases cases) {
        this.find = find;
        this.cases = cases;
    }

    Mono<Void> fill(AtTheDesk.Look look, List<YearMonth> months, Optional<YearMonth> month, Model model) {
        model.addAttribute("months", months.stream().map(YearMonth::toString).toList());
        model.addAttribute("rows", List.of());
        return Mono.justOrEmpty(month)
                .flatMap(it -> find.draw(look.map().id(), it))
                .flatMap(draw -> find.of(draw).collectList().flatMap(all -> {
                    model.addAttribute("draw", summary(draw, all));
                    return rows(look, all, model);
                }));
    }

    private static Summary summary(Draw draw, List<CallBack> all) {
        return new Summary(
                draw.month().toString(),
                draw.seed(),
                draw.pool().size(),
                all.size(),
                all.stream().filter(it -> !it.isDue()).count(),
                all.stream()
                        .filter(it -> it.result() == CallBack.Result.SATISFIED)
                        .count(),
                SpokenTime.exactly(draw.at()),
                draw.drawn().equals(all.stream().map(CallBack::number).toList()));
    }

    private Mono<Void> rows(AtTheDesk.Look look, List<CallBack> all, Model model) {
        return Flux.fromIterable(all)
                .concatMap(call -> cases.file(look.map().id(), call.number()).map(file -> row(look, call, file)))
                .collectList()
                .doOnNext(rows -> model.addAttribute("rows", rows))
                .then();
    }

    private static Row row(AtTheDesk.Look look, CallBack call, CaseFile file) {
        var it = file.it();
        var facts = look.facts();
        var result = call.result();
        var resolvedAt = it.resolvedAt();
        return new Row(
                it.number(),
                look.words().label(it.problem().label()),
                facts.where(it.problem()),
                facts.unit(it.care().unit()),
                look.words().state(it.state()),
                resolvedAt == null ? "" : SpokenTime.exactly(resolvedAt),
                result == null ? "" : result.name(),
                Masked.words(call.words()),
                call.by(),
                call.isDue());
    }
}

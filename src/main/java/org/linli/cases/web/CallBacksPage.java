package org.linli.cases.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.callbacks.CallBack;
import org.linli.cases.callbacks.Draw;
import org.linli.cases.callbacks.FindCallBacks;
import org.linli.cases.callbacks.RecordCall;
import org.linli.platform.words.SaidTime;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Mono;

/// Whom to call back (回访), what they said, and how they were drawn. For those who see the whole community.
@Controller
class CallBacksPage {

    private static final int LONGEST = 500;

    private final AtTheDesk desk;
    private final FindCallBacks find;
    private final ShowCallBacks show;
    private final RecordCall calls;

    CallBacksPage(AtTheDesk desk, FindCallBacks find, ShowCallBacks show, RecordCall calls) {
        this.desk = desk;
        this.find = find;
        this.show = show;
        this.calls = calls;
    }

    /// What was entered.
    record CallForm(
            @Nullable String month,
            @Nullable String number,
            @Nullable String result,
            @Nullable String words) {

        String said() {
            String all = words == null ? "" : words.strip();
            return all.substring(0, Math.min(all.length(), LONGEST));
        }
    }

    /// @param month like `2026-10`; otherwise the latest that was drawn
    @GetMapping("/desk/callbacks")
    Mono<String> page(
            @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String said, Model model) {
        model.addAttribute("said", List.of("written", "not-written").contains(said) ? said : "");
        return desk.lookAtEverything()
                .flatMap(look -> find.months(look.map().id())
                        .collectList()
                        .flatMap(months -> show.fill(look, months, chosen(month, months), model)))
                .thenReturn("cases/callbacks");
    }

    private static Optional<YearMonth> chosen(String month, List<YearMonth> months) {
        return month(month).or(() -> months.stream().findFirst());
    }

    @PostMapping("/desk/callbacks")
    Mono<String> call(CallForm form) {
        return desk.lookAtEverything()
                .flatMap(look -> Mono.justOrEmpty(heard(form, look)).flatMap(it -> calls.record(it, look.who())))
                .defaultIfEmpty(false)
                .map(written -> "redirect:/desk/callbacks?month=%s&said=%s"
                        .formatted(
                                month(form.month()).map(YearMonth::toString).orElse(""),
                                written ? "written" : "not-written"));
    }

    private static Optional<RecordCall.Heard> heard(CallForm form, AtTheDesk.Look look) {
        return month(form.month())
                .flatMap(month -> result(form.result())
                        .map(result -> new RecordCall.Heard(
                                look.map().id(),
                                month,
                                form.number() == null ? "" : form.number(),
                                result,
                                form.said())));
    }

    /// What was drawn from, a number a line, so that anybody can draw again.
    @GetMapping(value = "/desk/callbacks/{month}/pool", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    Mono<String> pool(@PathVariable String month) {
        return desk.lookAtEverything()
                .flatMap(look -> Mono.justOrEmpty(month(month))
                        .flatMap(it -> find.draw(look.map().id(), it)))
                .map(Draw::pool)
                .map(numbers -> String.join("\n", numbers) + "\n")
                .switchIfEmpty(Mono.error(AtTheDesk::notFound));
    }

    private static Optional<YearMonth> month(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(SaidTime.month(text));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private static Optional<CallBack.Result> result(@Nullable String text) {
        return List.of(CallBack.Result.values()).stream()
                .filter(it -> it.name().equals(text))
                .findFirst();
    }
}

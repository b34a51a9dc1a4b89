package org.linli.postroom.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Content.Delivered.Counts;
import org.linli.community.StaffMember;
import org.linli.outbox.LetterHistory;
import org.linli.outbox.SinceRestore;
import org.linli.outbox.UndeliveredLetters;
import org.linli.outbox.WaitingCalls;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Letters that failed, may have arrived, or wait until somebody acts: why, what happened to each, and once more.
@Controller
class LettersPage {

    private static final int PAGE = 50;
    private static final int LAST_PAGE = 10_000;

    /// @param step the end of a key of words
    public record StepLine(
            String at, String step, String detail, @Nullable Counts counts) {

        static StepLine of(LetterHistory.Step step) {
            return new StepLine(SpokenInstant.of(step.at()), step.step(), step.detail(), step.counts());
        }
    }

    /// @param word the key of words that say what happened
    public record CallRow(String key, String line, String word, String host, String at) {

        static CallRow of(WaitingCalls.Waiting it) {
            String words = it.line().equals("webhooks") ? "admin.topic." : "step.";
            return new CallRow(
                    it.key(),
                    it.line(),
                    words + it.call().what(),
                    it.call().host(),
                    SpokenInstant.of(it.call().at()));
        }
    }

    /// What is to become of letters.
    record Decided(@Nullable String act) {

        SinceRestore.Wish wish() {
            return SinceRestore.Wish.of(act).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        }
    }

    private final AtThePostroom postroom;
    private final UndeliveredLetters letters;
    private final LetterHistory history;
    private final SinceRestore restores;
    private final WaitingCalls calls;

    LettersPage(
            AtThePostroom postroom,
            UndeliveredLetters letters,
            LetterHistory history,
            SinceRestore restores,
            WaitingCalls calls) {
        this.postroom = postroom;
        this.letters = letters;
        this.history = history;
        this.restores = restores;
        this.calls = calls;
    }

    @GetMapping("/desk/letters")
    Mono<String> all(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "") String said, Model model) {
        int number = Math.clamp(page, 0, LAST_PAGE);
        model.addAttribute("retried", said.equals("retried"));
        model.addAttribute("gone", said.equals("gone"));
        model.addAttribute("dropped", said.equals("dropped"));
        model.addAttribute("droppedCall", said.equals("dropped-call"));
        model.addAttribute("page", number);
        return postroom.oneOf(AtThePostroom.SEE_LETTERS)
                .delayUntil(member -> waiting(member, model))
                .flatMap(member -> rows(member, number))
                .doOnNext(rows -> model.addAttribute("letters", rows))
                .doOnNext(rows -> model.addAttribute("more", rows.size() == PAGE))
                .thenReturn("postroom/letters");
    }

    /// What happened to one letter, as a piece of the page.
    @GetMapping("/desk/letters/history")
    Mono<String> history(@RequestParam String key, Model model) {
        return postroom.oneOf(AtThePostroom.SEE_LETTERS)
                .flatMapMany(member -> history.of(member.community(), key))
                .map(StepLine::of)
                .collectList()
                .doOnNext(steps -> model.addAttribute("steps", steps))
                .thenReturn("postroom/history");
    }

    @PostMapping("/desk/letters")
    Mono<String> retry(Asked asked) {
        return postroom.oneOf(AtThePostroom.SEE_LETTERS)
                .flatMap(member -> letters.retry(member.community(), asked.which()))
                .map(retried -> "redirect:/desk/letters?said=" + (retried ? "retried" : "gone"));
    }

    /// Never sends this one, which people may have had before a backup was brought back.
    @PostMapping("/desk/letters/drop")
    Mono<String> drop(Asked asked) {
        return postroom.oneOf(AtThePostroom.SEE_LETTERS)
                .flatMap(member -> letters.drop(member.community(), member.id(), asked.which()))
                .map(dropped -> "redirect:/desk/letters?said=" + (dropped ? "dropped" : "gone"));
    }

    /// Never makes this call, which a program may have had before a backup was brought back.
    @PostMapping("/desk/letters/calls/drop")
    Mono<String> dropCall(Asked asked) {
        return postroom.oneOf(AtThePostroom.SEE_LETTERS)
                .flatMap(member -> calls.drop(member.community(), member.id(), asked.which()))
                .map(dropped -> "redirect:/desk/letters?said=" + (dropped ? "dropped-call" : "gone"));
    }

    /// Decides about all that waits since a backup was brought back.
    @PostMapping("/desk/letters/restored")
    Mono<String> restored(Decided decided) {
        return postroom.oneOf(AtThePostroom.SEE_LETTERS)
                .flatMap(member -> restores.settle(member.community(), member.id(), decided.wish()))
                .thenReturn("redirect:/desk/letters");
    }

    private Mono<Void> waiting(StaffMember member, Model model) {
        return restores.of(member.community())
                .doOnNext(it -> model.addAttribute("since", SpokenInstant.of(it.since())))
                .doOnNext(it -> model.addAttribute("waiting", it.letters()))
                .doOnNext(it -> model.addAttribute("calls", it.calls()))
                .flatMap(_ -> calls.of(member.community()).map(CallRow::of).collectList())
                .doOnNext(rows -> model.addAttribute("waitingCalls", rows))
                .then();
    }

    private Mono<List<LetterRow>> rows(StaffMember member, int page) {
        return letters.list(member.community(), page).map(LetterRow::of).collectList();
    }
}

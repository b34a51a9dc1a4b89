package org.linli.polls.web;

import org.jspecify.annotations.Nullable;
import org.linli.polls.PollLetters;
import org.linli.polls.callback.AnswerCallback;
import org.linli.polls.callback.AnswerCallback.Asked;
import org.linli.polls.log.ReceiptCode;
import org.linli.polls.web.OpenBallots.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Where a voter on whom the lot fell sees what their receipt stands for, and says whether they meant it. Whoever
/// shares a voice shows with the receipt code that it was them.
@Controller
class CallbackPage {

    private static final String PATH = "/vote/{community}/{number:\\d{1,6}}/{ticket:[0-9a-f]{40}}/callback";

    /// What is typed on it.
    record Answered(@Nullable String code, @Nullable String answer) {

        boolean isOf(ReceiptCode receipt) {
            return code != null
                    && ReceiptCode.read(code).filter(receipt::equals).isPresent();
        }

        @Override
        public String toString() {
            return "Answered[]";
        }
    }

    private record Found(Opened opened, Asked asked) {}

    private final OpenBallots ballots;
    private final AnswerCallback callbacks;
    private final PollLetters letters;

    CallbackPage(OpenBallots ballots, AnswerCallback callbacks, PollLetters letters) {
        this.ballots = ballots;
        this.callbacks = callbacks;
        this.letters = letters;
    }

    @GetMapping(PATH)
    Mono<String> page(
            @PathVariable String community, @PathVariable int number, @PathVariable String ticket, Model model) {
        return found(community, number, ticket).map(it -> shown(it, new Answered(null, null), model));
    }

    /// A code without an answer opens what it stands for; it stands in no address.
    @PostMapping(PATH)
    Mono<String> answer(
            @PathVariable String community,
            @PathVariable int number,
            @PathVariable String ticket,
            Answered form,
            Model model) {
        return found(community, number, ticket).flatMap(it -> {
            boolean same = "SAME".equals(form.answer());
            if (!isOpenTo(it, form) || !same && !"DIFFERS".equals(form.answer())) {
                return Mono.just(shown(it, form, model));
            }
            return callbacks
                    .answer(it.opened().poll(), it.asked(), same)
                    .then(found(community, number, ticket))
                    .map(now -> shown(now, form, model));
        });
    }

    /// An agent does not read what the voter gave.
    private Mono<Found> found(String community, int number, String ticket) {
        return ballots.by(community, number, ticket)
                .filter(it -> it.agent().isEmpty())
                .flatMap(it -> callbacks.of(it.poll(), it.voter()).map(asked -> new Found(it, asked)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static boolean isOpenTo(Found it, Answered by) {
        return it.opened().isAlone() || by.isOf(it.asked().receipt());
    }

    private String shown(Found it, Answered by, Model model) {
        var poll = it.opened().poll();
        boolean open = isOpenTo(it, by);
        model.addAttribute("number", poll.number());
        model.addAttribute("question", poll.question());
        model.addAttribute("path", it.opened().path() + "/callback");
        model.addAttribute("said", it.asked().drawn().state().name());
        model.addAttribute("needsCode", !open);
        model.addAttribute("wrongCode", !open && by.code() != null && !by.code().isBlank());
        model.addAttribute("receipt", open ? it.asked().receipt().toString() : "");
        model.addAttribute("yours", open ? letters.said(poll, it.asked().marks()) : "");
        return "polls/callback";
    }
}

package org.linli.cases.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.inbox.SetAside;
import org.linli.inbox.SetAside.SetAsideMessage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Messages that could not be worked on and wait for somebody.
@Controller
class TroublePage {

    /// @param ago when it came in, as people say it
    public record Message(SetAsideMessage it, String ago, String at) {}

    private final AtTheDesk desk;
    private final SetAside setAside;

    TroublePage(AtTheDesk desk, SetAside setAside) {
        this.desk = desk;
        this.setAside = setAside;
    }

    @GetMapping("/desk/trouble")
    Mono<String> page(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "") String said, Model model) {
        model.addAttribute("retried", said.equals("retried"));
        model.addAttribute("gone", said.equals("gone"));
        model.addAttribute("page", Math.clamp(page, 0, 10_000));
        return desk.lookAtEverything()
                .flatMap(look -> fill(look, Math.clamp(page, 0, 10_000), model))
                .thenReturn("cases/trouble");
    }

    @PostMapping("/desk/trouble/message")
    Mono<String> retryMessage(Retry form) {
        return desk.lookAtEverything()
                .flatMap(look -> form.id() == null
                        ? Mono.just(false)
                        : setAside.retry(look.map().id(), form.id()))
                .map(TroublePage::told);
    }

    private Mono<Void> fill(AtTheDesk.Look look, int page, Model model) {
        var id = look.map().id();
        var time = new SpokenTime(look.words(), look.now());
        var messages = setAside.list(id, page).map(it -> message(it, time)).collectList();
        return Mono.zip(messages, setAside.count(id))
                .doOnNext(found -> {
                    model.addAttribute("messages", found.getT1());
                    model.addAttribute("messageCount", found.getT2());
                    model.addAttribute("more", (page + 1) * 50L < found.getT2());
                })
                .then();
    }

    private static Message message(SetAsideMessage it, SpokenTime time) {
        Instant at = it.receivedAt();
        return new Message(it, time.ago(at), SpokenTime.exactly(at));
    }

    private static String told(boolean retried) {
        return "redirect:/desk/trouble?said=" + (retried ? "retried" : "gone");
    }

    /// What the button sends. [RequestParam] does not read a form's body.
    record Retry(@Nullable Long id) {}
}

package org.linli.cases.web;

import java.time.Instant;
import org.linli.cases.SpokenTime;
import org.linli.inbox.SetAside;
import org.linli.inbox.SetAside.SetAsideMessage;
import org.linli.outbox.UndeliveredLetters;
import org.linli.outbox.UndeliveredLetters.Undelivered;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// What went wrong and waits for somebody: messages that could not be worked on, letters that did not arrive.
@Controller
class TroublePage {

    /// @param ago when it came in, as people say it
    public record Message(SetAsideMessage it, String ago, String at) {}

    /// @param ago when it was written, as people say it
    public record Lost(Undelivered it, String ago, String at) {}

    private final AtTheDesk desk;
    private final SetAside setAside;
    private final UndeliveredLetters letters;

    TroublePage(AtTheDesk desk, SetAside setAside, UndeliveredLetters letters) {
        this.desk = desk;
        this.setAside = setAside;
        this.letters = letters;
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
    Mono<String> retryMessage(@RequestParam long id) {
        return desk.lookAtEverything()
                .flatMap(look -> setAside.retry(look.map().id(), id))
                .map(TroublePage::told);
    }

    @PostMapping("/desk/trouble/letter")
    Mono<String> retryLetter(@RequestParam String key) {
        return desk.lookAtEverything()
                .flatMap(look -> letters.retry(look.map().id(), key))
                .map(TroublePage::told);
    }

    private Mono<Void> fill(AtTheDesk.Look look, int page, Model model) {
        var id = look.map().id();
        var time = new SpokenTime(look.words(), look.now());
        var messages = setAside.list(id, page).map(it -> message(it, time)).collectList();
        var lost = letters.list(id, page).map(it -> lost(it, time)).collectList();
        return Mono.zip(messages, lost, setAside.count(id), letters.count(id))
                .doOnNext(found -> {
                    model.addAttribute("messages", found.getT1());
                    model.addAttribute("letters", found.getT2());
                    model.addAttribute("messageCount", found.getT3());
                    model.addAttribute("letterCount", found.getT4());
                    model.addAttribute("more", (page + 1) * 50L < Math.max(found.getT3(), found.getT4()));
                })
                .then();
    }

    private static Message message(SetAsideMessage it, SpokenTime time) {
        Instant at = it.receivedAt();
        return new Message(it, time.ago(at), SpokenTime.exactly(at));
    }

    private static Lost lost(Undelivered it, SpokenTime time) {
        Instant at = it.createdAt();
        return new Lost(it, time.ago(at), SpokenTime.exactly(at));
    }

    private static String told(boolean retried) {
        return "redirect:/desk/trouble?said=" + (retried ? "retried" : "gone");
    }
}

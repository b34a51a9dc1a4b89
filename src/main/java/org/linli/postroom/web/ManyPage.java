package org.linli.postroom.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.linli.channels.Account;
import org.linli.channels.SendFailure;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.postroom.ManyAccounts;
import org.linli.postroom.WriteToMany;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// One message to many: to whom, a second look with what it costs, and how far it is.
@Controller
class ManyPage {

    private static final Set<String> SAID = Set.of("sent", "made", "renamed", "deleted", "filled", "taken", "emptied");
    private static final Set<String> TROUBLE = Set.of("name", "nobody", "unsure", "refused", "away");

    private final AtTheManyDesk desk;
    private final Communities communities;
    private final ManyAccounts accounts;
    private final ShowMany show;
    private final WriteToMany write;

    ManyPage(AtTheManyDesk desk, Communities communities, ManyAccounts accounts, ShowMany show, WriteToMany write) {
        this.desk = desk;
        this.communities = communities;
        this.accounts = accounts;
        this.show = show;
        this.write = write;
    }

    /// Which account; where there is but one, the page of that.
    ///
    /// @param words to begin with, like those of a notice
    @GetMapping("/desk/many")
    Mono<String> all(@RequestParam(defaultValue = "") String words, Model model) {
        model.addAttribute("words", words);
        return desk.member().map(member -> accounts.of(member.community())).map(found -> {
            model.addAttribute("accounts", found);
            return found.size() == 1 ? "redirect:" + path(found.getFirst()) + begun(words) : "postroom/many-accounts";
        });
    }

    @GetMapping("/desk/many/{channel}/{id}")
    Mono<String> one(
            @PathVariable String channel,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        String done = SAID.contains(said) ? said : "";
        String trouble = TROUBLE.contains(said) ? "tags." + said : "";
        return desk.account(channel, id)
                .flatMap(account -> show.page(account, ManyForm.beginning(words), done, trouble, model));
    }

    /// The second look; or the first once more, with what is wrong and nothing that was written lost.
    @PostMapping("/desk/many/{channel}/{id}")
    Mono<String> look(@PathVariable String channel, @PathVariable String id, ManyForm form, Model model) {
        return desk.account(channel, id)
                .flatMap(account -> communities
                        .map(account.community())
                        .flatMap(map -> write.look(account, map, form.message()))
                        .map(look -> {
                            model.addAttribute("account", account);
                            model.addAttribute("look", look);
                            model.addAttribute(
                                    "quotas",
                                    look.quotas().stream()
                                            .map(WayView.Quota::of)
                                            .toList());
                            model.addAttribute("form", form);
                            return "postroom/many-look";
                        })
                        .onErrorResume(error -> show.page(account, form, "", why(error), model)));
    }

    /// The first look once more, with what was written.
    @PostMapping("/desk/many/{channel}/{id}/back")
    Mono<String> back(@PathVariable String channel, @PathVariable String id, ManyForm form, Model model) {
        return desk.account(channel, id).flatMap(account -> show.page(account, form, "", "", model));
    }

    @PostMapping("/desk/many/{channel}/{id}/send")
    Mono<String> send(@PathVariable String channel, @PathVariable String id, ManyForm form, Model model) {
        return Mono.zip(desk.member(), desk.account(channel, id))
                .flatMap(it -> sent(it.getT1(), it.getT2(), form)
                        .onErrorResume(error -> show.page(it.getT2(), form, "", why(error), model)));
    }

    private Mono<String> sent(StaffMember by, Account account, ManyForm form) {
        return communities
                .map(account.community())
                .flatMap(map -> write.send(by, account, map, form.message(), form.isSure()))
                .thenReturn("redirect:" + path(account) + "?said=sent");
    }

    /// How far the latest are, as a piece of the page.
    @GetMapping("/desk/many/{channel}/{id}/progress")
    Mono<String> progress(@PathVariable String channel, @PathVariable String id, Model model) {
        return desk.account(channel, id)
                .flatMap(show::lines)
                .doOnNext(lines -> model.addAttribute("lines", lines))
                .thenReturn("postroom/many-progress");
    }

    /// A fault of ours is no trouble of theirs: it goes on to the page of errors.
    private static String why(Throwable error) {
        return switch (error) {
            case WriteToMany.NotSent it -> it.why();
            case SendFailure it -> it.reason().retryable() ? "tags.away" : "tags.refused";
            default -> throw new IllegalStateException("a message to many could not be prepared", error);
        };
    }

    private static String begun(String words) {
        return words.isEmpty() ? "" : "?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    static String path(Account account) {
        return "/desk/many/" + account.channel() + "/" + account.id();
    }
}

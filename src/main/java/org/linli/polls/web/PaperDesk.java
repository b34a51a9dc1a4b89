package org.linli.polls.web;

import java.util.List;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.ReadMarks;
import org.linli.polls.paper.EnterPaper;
import org.linli.polls.paper.EnterPaper.Entered;
import org.linli.polls.paper.GiveProxy;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Where staff enters paper ballots, each twice by two people, and mandates to vote for somebody.
@Controller
class PaperDesk {

    private static final Marks NOTHING = new Marks(List.of());

    private record Opened(StaffMember member, Poll poll, CommunityMap map) {}

    private final SignedIn signedIn;
    private final Communities communities;
    private final RegisterLines lines;
    private final FindPolls find;
    private final EnterPaper papers;
    private final GiveProxy proxies;
    private final PollLetters letters;

    PaperDesk(
            SignedIn signedIn,
            Communities communities,
            RegisterLines lines,
            FindPolls find,
            EnterPaper papers,
            GiveProxy proxies,
            PollLetters letters) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.lines = lines;
        this.find = find;
        this.papers = papers;
        this.proxies = proxies;
        this.letters = letters;
    }

    @GetMapping("/desk/polls/{number:\\d{1,6}}/paper")
    Mono<String> page(@PathVariable int number, Model model) {
        return opened(number).flatMap(it -> shown(it, PaperTrouble.NONE, model));
    }

    @PostMapping("/desk/polls/{number:\\d{1,6}}/paper")
    Mono<String> enter(@PathVariable int number, PaperForm form, Model model) {
        return opened(number).flatMap(it -> {
            var marks =
                    new ReadMarks(it.poll().paper()).of(form.read(), NOTHING).orElse(NOTHING);
            return papers.enter(it.member(), it.poll(), voter(form), marks)
                    .doOnNext(entered -> compare(it.poll(), entered, marks, model))
                    .flatMap(entered -> shown(it, PaperTrouble.of(entered, form), model));
        });
    }

    @PostMapping("/desk/polls/{number:\\d{1,6}}/proxy")
    Mono<String> proxy(@PathVariable int number, PaperForm form, Model model) {
        return opened(number)
                .flatMap(it -> proxies.give(it.member(), it.poll(), form.of(), form.by(), it.map())
                        .flatMap(given -> shown(it, PaperTrouble.of(given, form), model)));
    }

    private static Voter voter(PaperForm form) {
        return new Voter(form.of(), "", "");
    }

    /// What was read is shown to whoever typed it: a paper that both misread alike would count otherwise.
    private void compare(Poll poll, Entered entered, Marks mine, Model model) {
        if (!(entered instanceof Entered.Refused)) {
            model.addAttribute("mine", letters.said(poll, mine));
        }
        if (entered instanceof Entered.Differs differs) {
            model.addAttribute("theirs", letters.said(poll, differs.theirs()));
        }
    }

    private Mono<String> shown(Opened it, PaperTrouble trouble, Model model) {
        return Mono.zip(lines.of(it.poll(), it.map()), lines.verified(it.poll(), it.map()))
                .doOnNext(found -> {
                    model.addAttribute("poll", it.poll());
                    model.addAttribute("trouble", trouble);
                    model.addAttribute("choices", letters.facts(it.poll()).get("choices"));
                    model.addAttribute("example", letters.example(it.poll()));
                    model.addAttribute("lines", found.getT1());
                    model.addAttribute("agents", found.getT2());
                })
                .thenReturn("polls/paper");
    }

    private Mono<Opened> opened(int number) {
        return signedIn.member()
                .filter(StaffMember::seesEverything)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
                .flatMap(member -> find.onPaper(member.community(), number)
                        .flatMap(poll -> communities.map(member.community()).map(map -> new Opened(member, poll, map))))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}

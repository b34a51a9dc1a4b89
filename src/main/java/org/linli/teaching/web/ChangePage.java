package org.linli.teaching.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.teaching.Candidate;
import org.linli.teaching.DecideLearning;
import org.linli.teaching.Promotion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was taught, as a change of the examples: to review, to take away as a patch, to try and to promote.
@Controller
class ChangePage {

    private static final String FOLDER = "intents";
    private static final Set<String> SAID = Set.of("done", "stale");

    /// What a form hands in.
    ///
    /// @param id of the candidate; empty to ask for a new one
    record Decided(@Nullable String id) {

        String which() {
            return id == null ? "" : id;
        }
    }

    private final InTheTeachingRoom room;
    private final Promotion promotion;
    private final DecideLearning decide;
    private final Clock clock;

    ChangePage(InTheTeachingRoom room, Promotion promotion, DecideLearning decide, Clock clock) {
        this.room = room;
        this.promotion = promotion;
        this.decide = decide;
        this.clock = clock;
    }

    @GetMapping("/desk/teaching/change")
    Mono<String> page(@RequestParam(defaultValue = "") String said, Model model) {
        model.addAttribute("said", SAID.contains(said) ? said : null);
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> fill(member, model))
                .thenReturn("teaching/change");
    }

    @GetMapping("/desk/teaching/change.patch")
    Mono<ResponseEntity<byte[]>> patch() {
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> promotion.missing(member.community()))
                .map(change -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "x-diff", StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"intents.patch\"")
                        .body(change.patch(FOLDER).getBytes(StandardCharsets.UTF_8)));
    }

    /// Signals 404 for an act that does not exist, and for those who may only teach.
    @PostMapping("/desk/teaching/change/{act}")
    Mono<String> decide(@PathVariable String act, Decided form) {
        return room.oneOf(InTheTeachingRoom.PROMOTE)
                .flatMap(member -> Mono.justOrEmpty(DecideLearning.Act.of(act))
                        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                        .flatMap(it -> decide.of(member, it, form.which())))
                .map(result ->
                        "redirect:/desk/teaching/change?said=" + result.name().toLowerCase(Locale.ROOT));
    }

    private Mono<Void> fill(StaffMember member, Model model) {
        return Mono.zip(promotion.proposed(member.community()), views(member))
                .doOnNext(found -> {
                    model.addAttribute("change", found.getT1());
                    model.addAttribute("candidates", found.getT2());
                    model.addAttribute("decides", InTheTeachingRoom.PROMOTE.contains(member.role()));
                    model.addAttribute(
                            "coming",
                            found.getT2().stream().anyMatch(it -> it.state().equals("asked")));
                })
                .then();
    }

    private Mono<List<CandidateView>> views(StaffMember member) {
        return promotion
                .candidates(member.community())
                .collectList()
                .flatMap(all -> promotion
                        .inFiles(all)
                        .flatMap(inFiles -> Flux.fromIterable(all)
                                .concatMap(it -> view(member, it, inFiles.contains(it.id())))
                                .collectList()));
    }

    private Mono<CandidateView> view(StaffMember member, Candidate it, boolean inFiles) {
        return promotion
                .differences(it)
                .collectList()
                .map(differences -> CandidateView.of(
                        it, differences, clock.instant(), it.community().equals(member.community()), inFiles));
    }
}

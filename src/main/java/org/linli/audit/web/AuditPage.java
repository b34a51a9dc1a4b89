package org.linli.audit.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.linli.audit.Chained;
import org.linli.audit.ExportedLine;
import org.linli.audit.Trail;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.platform.words.Csv;
import org.linli.web.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The trail, for administrators: read, proved, taken away. Taking it away is noted in it.
@Controller
class AuditPage {

    static final Set<Role> READ = Set.of(Role.ADMIN);

    private static final int PAGE = 50;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson;charset=UTF-8");

    private final SignedIn signedIn;
    private final Communities communities;
    private final Trail trail;
    private final SayEntries say;
    private final Effects effects;
    private final Clock clock;

    AuditPage(SignedIn signedIn, Communities communities, Trail trail, SayEntries say, Effects effects, Clock clock) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.trail = trail;
        this.say = say;
        this.effects = effects;
        this.clock = clock;
    }

    /// @param before continues after the last line of the page before
    @GetMapping("/desk/audit")
    Mono<String> page(
            Asked asked,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "false") boolean verify,
            Model model) {
        model.addAttribute("kinds", Asked.KINDS);
        model.addAttribute("asked", asked);
        return signedIn.administrator()
                .flatMap(member -> communities.map(member.community()))
                .doOnNext(map -> model.addAttribute("staff", map.staff()))
                .flatMap(map -> fill(map, asked, before, model).then(prove(map, verify, model)))
                .thenReturn("audit/trail");
    }

    private Mono<Void> fill(CommunityMap map, Asked asked, long before, Model model) {
        return trail.latest(map.id(), asked.filter(), before, PAGE + 1)
                .collectList()
                .flatMap(found -> {
                    if (found.size() > PAGE) {
                        model.addAttribute("next", found.get(PAGE - 1).id());
                    }
                    return say.of(found.stream().limit(PAGE).toList(), map);
                })
                .doOnNext(lines -> model.addAttribute("lines", lines))
                .then();
    }

    private Mono<Void> prove(CommunityMap map, boolean verify, Model model) {
        return verify
                ? trail.verify(map.id())
                        .doOnNext(verdict -> model.addAttribute("verdict", verdict))
                        .then()
                : Mono.empty();
    }

    /// What the filter shows, or all of it.
    @GetMapping("/desk/audit.csv")
    Mono<ResponseEntity<Flux<String>>> csv(Asked asked) {
        return taken().map(member -> download(
                "audit.csv",
                CSV,
                trail.chained(member.community(), asked.filter())
                        .map(it -> Csv.line(cells(it)))
                        .startWith(Csv.BYTE_ORDER_MARK)));
    }

    @GetMapping("/desk/audit.jsonl")
    Mono<ResponseEntity<Flux<String>>> lines(Asked asked) {
        return taken().map(member -> download(
                "audit.jsonl",
                LINES,
                trail.chained(member.community(), asked.filter()).map(ExportedLine::write)));
    }

    private Mono<StaffMember> taken() {
        return signedIn.administrator()
                .delayUntil(member -> effects.commit(List.of(new Noted(
                        member.community(), member.id(), Noted.Kind.EXPORTED, "audit", "", clock.instant()))));
    }

    private static List<String> cells(Chained chained) {
        var it = chained.written();
        return List.of(
                Long.toString(it.id()),
                it.at().toString(),
                it.who(),
                it.what(),
                it.about(),
                it.detail(),
                Long.toString(chained.place()),
                chained.hash());
    }

    private static ResponseEntity<Flux<String>> download(String name, MediaType type, Flux<String> lines) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(lines);
    }
}

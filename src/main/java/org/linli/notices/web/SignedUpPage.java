package org.linli.notices.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.joining.Activities;
import org.linli.notices.joining.Activity;
import org.linli.notices.joining.Entry;
import org.linli.notices.joining.Register;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.platform.words.Csv;
import org.linli.platform.words.WordFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Who signed up for an activity: on the page and as a table. Names are shown, which is noted.
@Controller
class SignedUpPage {

    private static final List<String> HEAD = List.of("name", "home", "people", "state", "at");

    /// @param state the end of a key of words
    public record Row(String name, String home, int people, String state, String at) {

        @Override
        public String toString() {
            return "Row[" + state + "]";
        }
    }

    private record Found(Notice notice, Activity activity, Register register, CommunityMap map) {

        /// Those who come, then those who wait, then those who took it back.
        List<Row> rows() {
            var left = register.entries().stream().filter(it -> it.state() == Entry.State.LEFT);
            return Stream.of(register.coming().stream(), register.waiting().stream(), left)
                    .flatMap(it -> it)
                    .map(it -> new Row(
                            it.name(),
                            map.place(it.home()).map(map::display).orElse(""),
                            it.people(),
                            it.state().name(),
                            SpokenMoment.of(it.at())))
                    .toList();
        }
    }

    private final AtTheNotices desk;
    private final Activities activities;
    private final Communities communities;
    private final Effects effects;
    private final Clock clock;
    private final WordFile words = WordFile.of("templates/messages", "notices.properties");

    SignedUpPage(AtTheNotices desk, Activities activities, Communities communities, Effects effects, Clock clock) {
        this.desk = desk;
        this.activities = activities;
        this.communities = communities;
        this.effects = effects;
        this.clock = clock;
    }

    @GetMapping("/desk/notices/{id}/signed-up")
    Mono<String> page(@PathVariable String id, @RequestParam(defaultValue = "") String trouble, Model model) {
        model.addAttribute("trouble", ShowNotice.TROUBLES.contains(trouble) ? trouble : "");
        return desk.member()
                .flatMap(member -> found(member, id)
                        .delayUntil(it -> noted(member, it, Noted.Kind.LOOKED))
                        .doOnNext(it -> model.addAttribute("mayChange", mayChange(member, it))))
                .doOnNext(it -> {
                    model.addAttribute("id", id);
                    model.addAttribute("activity", it.notice().wording().title());
                    model.addAttribute("number", it.activity().number());
                    model.addAttribute("signed", ShowProgress.SignedUp.of(it.activity(), it.register()));
                    model.addAttribute("rows", it.rows());
                })
                .thenReturn("notices/signed-up");
    }

    @GetMapping("/desk/notices/{id}/signed-up.csv")
    Mono<ResponseEntity<byte[]>> table(@PathVariable String id) {
        return desk.member()
                .flatMap(member -> found(member, id).delayUntil(it -> noted(member, it, Noted.Kind.EXPORTED)))
                .map(it -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                        .header(HttpHeaders.CONTENT_DISPOSITION, named(it.activity()))
                        .body(csv(it.rows())));
    }

    private boolean mayChange(StaffMember member, Found it) {
        return member.seesEverything() && it.activity().isOpen(clock.instant());
    }

    private Mono<Found> found(StaffMember member, String id) {
        return desk.notice(member, id)
                .flatMap(notice -> activities
                        .of(notice)
                        .flatMap(it -> Mono.zip(activities.register(it), communities.map(notice.community()))
                                .map(both -> new Found(notice, it, both.getT1(), both.getT2()))))
                .switchIfEmpty(Mono.error(AtTheNotices::notThere));
    }

    private Mono<Void> noted(StaffMember member, Found it, Noted.Kind kind) {
        return effects.commit(List.of(new Noted(
                it.notice().community(), member.id(), kind, it.notice().id(), "who signed up", clock.instant())));
    }

    private static String named(Activity it) {
        return ContentDisposition.attachment()
                .filename("activity-" + it.number() + ".csv")
                .build()
                .toString();
    }

    private byte[] csv(List<Row> rows) {
        var head = HEAD.stream().map(it -> word("head." + it)).toList();
        var lines = rows.stream()
                .map(it -> List.of(it.name(), it.home(), String.valueOf(it.people()), word(it.state()), it.at()));
        return Stream.concat(Stream.of(head), lines)
                .map(Csv::line)
                .collect(Collectors.joining("", Csv.BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String word(String key) {
        return words.find("notices.signed-up." + key).orElse(key);
    }
}

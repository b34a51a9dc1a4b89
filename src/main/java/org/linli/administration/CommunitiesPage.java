package org.linli.administration;

import java.util.List;
import org.linli.community.Communities;
import org.linli.community.FoundCommunity;
import org.linli.community.FoundCommunity.Founded;
import org.linli.community.StaffMember;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.linli.community.personnel.Founders;
import org.linli.platform.database.Conflict;
import org.linli.platform.words.WordFile;
import org.linli.web.passwords.Passwords;
import org.linli.web.passwords.ReadablePassword;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The communities of this installation, and how another is made without a shell or a restart. Who is no administrator
/// of the installation reads how one becomes one.
@Controller
class CommunitiesPage {

    /// @param people who work there
    record Line(String id, String name, int people) {}

    private final AsAdministrator administrator;
    private final Founders founders;
    private final Communities communities;
    private final FoundCommunity found;
    private final Passwords hashing;
    private final WordFile words = WordFile.of("templates/messages", "administration.properties");

    CommunitiesPage(
            AsAdministrator administrator,
            Founders founders,
            Communities communities,
            FoundCommunity found,
            Passwords hashing) {
        this.administrator = administrator;
        this.founders = founders;
        this.communities = communities;
        this.found = found;
        this.hashing = hashing;
    }

    @GetMapping("/desk/admin/communities")
    Mono<String> page(Model model) {
        return administrator.member().flatMap(by -> show(by, model));
    }

    /// Shows the first administrator's password, for the only time. What is wrong with a file is told line by line.
    @PostMapping("/desk/admin/communities")
    Mono<String> make(FoundingForm form, Model model) {
        return administrator
                .member()
                .flatMap(by -> (founders.has(by) ? made(by, form, model) : Mono.just("not-yours"))
                        .doOnNext(told -> model.addAttribute("told", told))
                        .then(Mono.defer(() -> show(by, model))));
    }

    private Mono<String> made(StaffMember by, FoundingForm form, Model model) {
        return bytes(form)
                .flatMap(bytes -> password()
                        .flatMap(fresh -> hashing.hash(fresh)
                                .flatMap(hash -> found.from(by, form.fileName(), bytes, hash))
                                .map(it -> founded(it, fresh, model))))
                .onErrorResume(Conflict.class, _ -> Mono.just("there"))
                .onErrorResume(UnusableFile.class, wrong -> {
                    model.addAttribute("problems", shown(form, wrong.problems()));
                    return Mono.just("unusable");
                })
                .defaultIfEmpty("no-file");
    }

    private static String founded(Founded it, String fresh, Model model) {
        model.addAttribute("founded", it);
        model.addAttribute("newPassword", fresh);
        return "founded";
    }

    private Mono<byte[]> bytes(FoundingForm form) {
        return form.hasFile()
                ? Uploaded.bytes(form.file())
                : Mono.fromCallable(() -> form.typed(words.say("admin.communities.desk")))
                        .subscribeOn(Schedulers.boundedElastic());
    }

    private static Mono<String> password() {
        return Mono.fromCallable(ReadablePassword::next).subscribeOn(Schedulers.boundedElastic());
    }

    /// What was typed has no lines.
    private static List<Problem> shown(FoundingForm form, List<Problem> problems) {
        return form.hasFile()
                ? problems
                : problems.stream().map(Problem::withoutLine).toList();
    }

    private Mono<String> show(StaffMember by, Model model) {
        return communities
                .all()
                .map(it -> new Line(it.id().value(), it.name(), it.staff().size()))
                .collectList()
                .doOnNext(all -> {
                    model.addAttribute("may", founders.has(by));
                    model.addAttribute("communities", founders.has(by) ? all : List.of());
                })
                .thenReturn("administration/communities");
    }
}

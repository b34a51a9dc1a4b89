package org.linli.administration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.community.ImportDrafts;
import org.linli.community.ImportDrafts.Draft;
import org.linli.community.LeftAtStart;
import org.linli.community.ReviewImport;
import org.linli.community.ReviewImport.Review;
import org.linli.community.StaffMember;
import org.linli.community.file.UnusableFile;
import org.linli.community.file.WriteYaml;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// The community's places, units and groups: read, taken away as a file, and changed by one, which is compared with
/// what stands before anything is written.
@Controller
class CommunityPage {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    record Put(@Nullable FilePart file) {}

    record Confirmed(@Nullable String draft) {}

    private final AsAdministrator administrator;
    private final Communities communities;
    private final ReviewImport reviews;
    private final ImportDrafts drafts;
    private final ImportCommunity imports;
    private final LeftAtStart left;
    private final Effects effects;
    private final Clock clock;

    CommunityPage(
            AsAdministrator administrator,
            Communities communities,
            ReviewImport reviews,
            ImportDrafts drafts,
            ImportCommunity imports,
            LeftAtStart left,
            Effects effects,
            Clock clock) {
        this.administrator = administrator;
        this.communities = communities;
        this.reviews = reviews;
        this.drafts = drafts;
        this.imports = imports;
        this.left = left;
        this.effects = effects;
        this.clock = clock;
    }

    @GetMapping("/desk/admin/community")
    Mono<String> page(Model model) {
        return administrator.member().flatMap(by -> show(by, model));
    }

    /// Names of staff and where they are told are in it, so taking it away is noted.
    @GetMapping("/desk/admin/community.yaml")
    Mono<ResponseEntity<byte[]>> yaml() {
        return administrator
                .member()
                .delayUntil(by -> effects.commit(List.of(
                        new Noted(by.community(), by.id(), Noted.Kind.EXPORTED, "community", "yaml", clock.instant()))))
                .flatMap(by -> communities.map(by.community()))
                .map(map -> ResponseEntity.ok()
                        .contentType(YAML)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(map.id().value() + ".yaml")
                                        .build()
                                        .toString())
                        .body(WriteYaml.of(map).getBytes(StandardCharsets.UTF_8)));
    }

    /// Opened again: the file has to be chosen again.
    @GetMapping("/desk/admin/community/review")
    Mono<String> reviewAgain() {
        return administrator.member().thenReturn("redirect:/desk/admin/community");
    }

    /// Says what the file would change, line by line what is wrong with it.
    @PostMapping("/desk/admin/community/review")
    Mono<String> review(Put put, Model model) {
        return administrator
                .member()
                .flatMap(by -> Uploaded.bytes(put.file())
                        .flatMap(bytes -> reviewed(by, name(put.file()), bytes, model))
                        .defaultIfEmpty("no-file")
                        .flatMap(told -> told(told, by, model)));
    }

    private Mono<String> reviewed(StaffMember by, String name, byte[] bytes, Model model) {
        return reviews.of(by.community(), name, bytes)
                .flatMap(review -> drafts.keep(by.community(), new Draft(name, bytes, review.seen()))
                        .doOnNext(draft -> compared(review, draft, model))
                        .thenReturn("reviewed"))
                .defaultIfEmpty("other-community")
                .onErrorResume(UnusableFile.class, unusable -> {
                    model.addAttribute("problems", unusable.problems());
                    return Mono.just("unusable");
                });
    }

    private static void compared(Review review, String draft, Model model) {
        model.addAttribute("differences", review.differences());
        model.addAttribute("residents", review.file().residents().size());
        model.addAttribute("draft", draft);
    }

    /// Imports what was reviewed. Where the community was changed meanwhile, it is compared anew.
    @PostMapping("/desk/admin/community/import")
    Mono<String> take(Confirmed confirmed, Model model) {
        return administrator
                .member()
                .flatMap(by -> drafts.take(by.community(), String.valueOf(confirmed.draft()))
                        .flatMap(draft -> reviews.of(by.community(), draft.name(), draft.bytes())
                                .flatMap(review -> imports.uploaded(by, review, draft.seen()))
                                .map(_ -> "imported")
                                .onErrorResume(Conflict.class, _ -> reviewed(by, draft.name(), draft.bytes(), model))
                                .onErrorResume(UnusableFile.class, unusable -> {
                                    model.addAttribute("problems", unusable.problems());
                                    return Mono.just("unusable");
                                }))
                        .defaultIfEmpty("draft-gone")
                        .flatMap(told -> told(told, by, model)));
    }

    private Mono<String> told(String told, StaffMember by, Model model) {
        model.addAttribute("told", told);
        return show(by, model);
    }

    private Mono<String> show(StaffMember by, Model model) {
        return communities
                .map(by.community())
                .doOnNext(map -> {
                    model.addAttribute("left", left.about(map.id()).orElse(null));
                    model.addAttribute("name", map.name());
                    model.addAttribute("places", PlaceLine.all(map));
                    model.addAttribute("units", map.units());
                })
                .thenReturn("administration/community");
    }

    private static String name(@Nullable FilePart file) {
        return file == null ? "" : file.filename();
    }
}

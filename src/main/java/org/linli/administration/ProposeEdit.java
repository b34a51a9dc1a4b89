package org.linli.administration;

import java.util.List;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.EditCommunity;
import org.linli.community.EditCommunity.Hanging;
import org.linli.community.EditCommunity.Proposed;
import org.linli.community.HangsThere;
import org.linli.community.ImportDrafts;
import org.linli.community.ImportDrafts.Draft;
import org.linli.community.KeepPlaces;
import org.linli.community.StaffMember;
import org.linli.community.editing.Edit;
import org.linli.community.file.Difference;
import org.linli.community.file.UnusableFile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Shows what one change of a place or unit would do, with what hangs on it, and keeps it until it is confirmed: as a
/// file that is imported by the page of the community.
@Component
class ProposeEdit {

    /// A building that is added brings its rooms, which are not shown one by one.
    private static final int MOST = 20;

    /// @param hanging who lives or works there and what is open there
    record Line(Difference it, Hanging hanging) {}

    private final EditCommunity edits;
    private final ImportDrafts drafts;
    private final KeepPlaces keep;

    ProposeEdit(EditCommunity edits, ImportDrafts drafts, KeepPlaces keep) {
        this.edits = edits;
        this.drafts = drafts;
        this.keep = keep;
    }

    /// What is said about it. Never empty.
    Mono<String> of(StaffMember by, Edit edit, CommunityMap map, Model model) {
        return edits.propose(by.community(), edit)
                .flatMap(it -> compared(by, it, map, model))
                .defaultIfEmpty("gone")
                .onErrorResume(UnusableFile.class, wrong -> {
                    model.addAttribute("problems", wrong.problems());
                    model.addAttribute(
                            "pages", keep.kinds().collect(Collectors.toMap(HangsThere::name, HangsThere::page)));
                    return Mono.just("unusable");
                });
    }

    private Mono<String> compared(StaffMember by, Proposed it, CommunityMap map, Model model) {
        var differences = it.review().differences();
        return differences.isEmpty()
                ? Mono.just("same")
                : Mono.zip(lines(map, differences), drafts.keep(by.community(), draft(it)))
                        .doOnNext(found -> {
                            model.addAttribute("differences", found.getT1());
                            model.addAttribute("draft", found.getT2());
                        })
                        .thenReturn("reviewed");
    }

    private Mono<List<Line>> lines(CommunityMap map, List<Difference> differences) {
        return Flux.fromIterable(differences)
                .take(MOST)
                .concatMap(it -> edits.hanging(map, it).map(hanging -> new Line(it, hanging)))
                .collectList();
    }

    private static Draft draft(Proposed it) {
        return new Draft(EditCommunity.NAME, it.bytes(), it.review().seen());
    }
}

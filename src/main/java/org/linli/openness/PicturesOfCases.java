package org.linli.openness;

import java.util.List;
import java.util.UUID;
import org.linli.cases.CaseFile;
import org.linli.cases.DeskCases;
import org.linli.cases.FindCases;
import org.linli.cases.Pictures;
import org.linli.cases.Step;
import org.linli.media.FindMedia;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Pictures of cases that the public list may show, as they were taken: for staff, who covers who could be known.
@Component
public class PicturesOfCases {

    private static final String KEPT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final FindCases find;
    private final DeskCases cases;
    private final PublicLabels labels;
    private final Pictures pictures;
    private final FindMedia media;

    PicturesOfCases(FindCases find, DeskCases cases, PublicLabels labels, Pictures pictures, FindMedia media) {
        this.find = find;
        this.cases = cases;
        this.labels = labels;
        this.pictures = pictures;
        this.media = media;
    }

    /// Ids of all pictures that belong to a case, shown or not; the list may be empty. Empty where there is no such
    /// case, and where it is about people: what the public list never shows.
    public Mono<List<String>> of(CommunityId community, String number) {
        return mayBeShown(community, number)
                .filter(may -> may)
                .flatMap(_ -> cases.history(community, number).collectList())
                .flatMap(steps -> pictures(community, steps));
    }

    /// Never empty: whether there is such a case, and it is not about people.
    Mono<Boolean> mayBeShown(CommunityId community, String number) {
        return find.file(community, number).map(CaseFile::it).map(labels::allow).defaultIfEmpty(false);
    }

    private Mono<List<String>> pictures(CommunityId community, List<Step> steps) {
        return Flux.fromIterable(steps)
                .flatMapIterable(Step::pictures)
                .distinct()
                .filterWhen(id -> original(community, id).hasElement())
                .collectList();
    }

    /// As it was taken, for staff. Empty for what is no picture of ours.
    private Mono<Pictures.Picture> original(CommunityId community, String id) {
        return id.matches(KEPT)
                ? pictures.find(community, UUID.fromString(id)).switchIfEmpty(Mono.defer(() -> sent(community, id)))
                : sent(community, id);
    }

    private Mono<Pictures.Picture> sent(CommunityId community, String id) {
        return media.whole(community, id)
                .filter(it -> it.media().type().startsWith("image/"))
                .map(it -> new Pictures.Picture(it.media().type(), it.media().bytes()));
    }

    /// The same, if it belongs to this case. Empty where it does not.
    public Mono<Pictures.Picture> original(CommunityId community, String number, String id) {
        return of(community, number).filter(all -> all.contains(id)).flatMap(_ -> original(community, id));
    }
}

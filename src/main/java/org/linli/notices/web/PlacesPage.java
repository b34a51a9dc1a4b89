package org.linli.notices.web;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.writing.ChangePlaces;
import org.linli.notices.writing.HandleNotices.Result;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// How many places an activity has, changed beside the list of those who come.
@Controller
class PlacesPage {

    /// @param places as somebody wrote it; may be nonsense
    record Form(@Nullable String places) {}

    private final AtTheNotices desk;
    private final ChangePlaces change;

    PlacesPage(AtTheNotices desk, ChangePlaces change) {
        this.desk = desk;
        this.change = change;
    }

    @PostMapping("/desk/notices/{id}/signed-up/places")
    Mono<String> change(@PathVariable String id, Form form) {
        return desk.member()
                .flatMap(member -> desk.notice(member, id)
                        .flatMap(it -> changed(member, it, new SaidPlaces(form.places()).number()))
                        .map(trouble -> "redirect:" + AtTheNotices.PATH + "/" + id + "/signed-up" + trouble));
    }

    private Mono<String> changed(StaffMember member, Notice it, OptionalInt places) {
        return places.isEmpty()
                ? Mono.just("?trouble=places-none")
                : change.to(member, it, places.getAsInt())
                        .switchIfEmpty(Mono.error(AtTheNotices::notThere))
                        .map(result -> switch (result) {
                            case Result.Done _ -> "";
                            case Result.Declined(var why) -> "?trouble=" + why;
                        });
    }
}

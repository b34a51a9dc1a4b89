package org.linli.openness.web;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.NotAPicture;
import org.linli.community.StaffMember;
import org.linli.openness.BlackOut;
import org.linli.openness.OpenPictures;
import org.linli.openness.PicturesOfCases;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Staff looks at each picture and covers faces, plates and door numbers by hand, before anybody else sees it.
@Controller
class BlackOutPage {

    /// @param boxes as [BlackOut.Box#list] reads them
    record Form(@Nullable String boxes) {

        List<BlackOut.Box> read() {
            try {
                return BlackOut.Box.list(boxes == null ? "" : boxes);
            } catch (IllegalArgumentException none) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        }
    }

    /// @param ready whether it was made fit to be shown
    record View(String id, boolean ready) {}

    private final AtOpenDesk desk;
    private final PicturesOfCases taken;
    private final OpenPictures pictures;

    BlackOutPage(AtOpenDesk desk, PicturesOfCases taken, OpenPictures pictures) {
        this.desk = desk;
        this.taken = taken;
        this.pictures = pictures;
    }

    /// Signals 404 where there is no such case, and where it is about people.
    @GetMapping("/desk/open/{number}/pictures")
    Mono<Rendering> page(@PathVariable String number) {
        return desk.member().flatMap(member -> page(member, number)).map(it -> it.build());
    }

    private Mono<Rendering.Builder<?>> page(StaffMember member, String number) {
        return Mono.zip(taken.of(member.community(), number), pictures.ready(member.community(), List.of(number)))
                .switchIfEmpty(Mono.error(OpenListPage::notFound))
                .map(found -> Rendering.view("openness/pictures")
                        .modelAttribute("number", number)
                        .modelAttribute(
                                "pictures", views(found.getT1(), found.getT2().getOrDefault(number, List.of()))));
    }

    private static List<View> views(List<String> all, Collection<String> ready) {
        return all.stream().map(id -> new View(id, ready.contains(id))).toList();
    }

    @GetMapping("/desk/open/{number}/pictures/{id}")
    Mono<ResponseEntity<byte[]>> original(@PathVariable String number, @PathVariable String id) {
        return desk.member()
                .flatMap(member -> taken.original(member.community(), number, id))
                .map(it -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(it.mediaType()))
                        .cacheControl(CacheControl.noStore())
                        .body(it.bytes()))
                .switchIfEmpty(Mono.error(OpenListPage::notFound));
    }

    @GetMapping("/desk/open/{number}/shown/{id}")
    Mono<ResponseEntity<byte[]>> shown(@PathVariable String number, @PathVariable String id) {
        return desk.member()
                .flatMap(member -> pictures.bytes(member.community(), number, id))
                .map(OpenListPage::jpeg)
                .switchIfEmpty(Mono.error(OpenListPage::notFound));
    }

    /// Signals 400 for boxes that are none, 404 for what is no picture of the case. Where nobody can read the picture,
    /// the page says so (422).
    @PostMapping("/desk/open/{number}/pictures/{id}")
    Mono<Rendering> blackOut(@PathVariable String number, @PathVariable String id, Form form) {
        return desk.member()
                .flatMap(member -> pictures.blackOut(member, number, id, form.read())
                        .<Rendering.Builder<?>>map(_ -> Rendering.redirectTo("/desk/open/" + number + "/pictures"))
                        .onErrorResume(NotAPicture.class, _ -> unreadable(member, number, id)))
                .switchIfEmpty(Mono.error(OpenListPage::notFound))
                .map(it -> it.build());
    }

    private Mono<Rendering.Builder<?>> unreadable(StaffMember member, String number, String id) {
        return page(member, number)
                .map(it -> it.status(HttpStatus.UNPROCESSABLE_CONTENT).modelAttribute("unreadable", id));
    }

    /// Signals 404 for what is not shown.
    @PostMapping("/desk/open/{number}/pictures/{id}/back")
    Mono<String> takeBack(@PathVariable String number, @PathVariable String id) {
        return desk.member()
                .flatMap(member -> pictures.takeBack(member, number, id))
                .switchIfEmpty(Mono.error(OpenListPage::notFound))
                .thenReturn("redirect:/desk/open/" + number + "/pictures");
    }
}

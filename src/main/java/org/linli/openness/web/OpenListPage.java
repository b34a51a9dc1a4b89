package org.linli.openness.web;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.openness.OpenPictures;
import org.linli.openness.Openness;
import org.linli.openness.PublicList;
import org.linli.web.PublicAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// The public list: on a phone, as a feed, and its pictures.
@Controller
class OpenListPage {

    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    /// @param id of a building or spot
    record Spot(String id, String name) {}

    /// @param opened the day
    record Row(PublicList.Item it, String opened) {}

    private final Openness openness;
    private final PublicList list;
    private final OpenPictures pictures;
    private final PublicAddress address;

    OpenListPage(Openness openness, PublicList list, OpenPictures pictures, PublicAddress address) {
        this.openness = openness;
        this.list = list;
        this.pictures = pictures;
        this.address = address;
    }

    /// Signals 404 for a community that shows nothing.
    @GetMapping("/open/{community}")
    Mono<String> page(
            @PathVariable String community,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String spot,
            Model model) {
        var filter = new PublicList.Filter(label, state, spot);
        return open(community)
                .flatMap(map -> Mono.zip(list.list(map, filter), list.counts(map))
                        .doOnNext(found -> {
                            model.addAttribute("community", map.name());
                            model.addAttribute("id", map.id().value());
                            model.addAttribute(
                                    "rows",
                                    found.getT1().stream()
                                            .map(OpenListPage::row)
                                            .toList());
                            model.addAttribute("counts", found.getT2());
                            model.addAttribute("labels", list.choices());
                            model.addAttribute("spots", spots(map));
                            model.addAttribute("filter", filter);
                        }))
                .thenReturn("openness/list");
    }

    @GetMapping("/open/{community}/feed.xml")
    Mono<ResponseEntity<String>> feed(@PathVariable String community) {
        return open(community)
                .flatMap(map -> list.list(map, new PublicList.Filter("", "", ""))
                        .map(items -> ResponseEntity.ok()
                                .contentType(ATOM)
                                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                                .body(Feed.of(map, at("/open/" + community), items))));
    }

    @GetMapping("/open/{community}/pictures/{number}/{id}")
    Mono<ResponseEntity<byte[]>> picture(
            @PathVariable String community, @PathVariable String number, @PathVariable String id) {
        return open(community)
                .flatMap(map -> pictures.shown(map.id(), number, id))
                .map(OpenListPage::jpeg)
                .switchIfEmpty(Mono.error(OpenListPage::notFound));
    }

    /// Not kept for long: whoever takes their word back is to see it gone.
    static ResponseEntity<byte[]> jpeg(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                .body(bytes);
    }

    private Mono<CommunityMap> open(String community) {
        return openness.open(community).switchIfEmpty(Mono.error(OpenListPage::notFound));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String at(String path) {
        return address.of(path).orElse(path);
    }

    private static Row row(PublicList.Item it) {
        return new Row(it, it.openedAt().atZone(SpokenTime.ZONE).toLocalDate().toString());
    }

    private static List<Spot> spots(CommunityMap map) {
        return Stream.of(Place.Kind.BUILDING, Place.Kind.SPOT)
                .flatMap(kind -> map.places().stream().filter(it -> it.kind() == kind))
                .map(it -> new Spot(it.id(), map.display(it)))
                .toList();
    }
}

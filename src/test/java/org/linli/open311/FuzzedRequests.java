package org.linli.open311;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// Questions and reports of Open311, as their forms and addresses hold them.
public final class FuzzedRequests {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private FuzzedRequests() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                "start_date=2026-01-01T00:00:00Z&end_date=2026-02-01T00:00:00+08:00&status=open,closed&page=2&page_size=9"
                        .getBytes(UTF_8),
                "service_request_id=LM-1,LM-2".getBytes(UTF_8),
                "media_url=https://example.org/1.jpg&media_urls=http://example.org/2.jpg&lat=31.2&long=121.4"
                        .getBytes(UTF_8),
                "start_date=-999999999-01-01T00:00:00Z".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        MultiValueMap<String, String> fields = UriComponentsBuilder.newInstance()
                .query(new String(bytes, UTF_8))
                .build()
                .getQueryParams();
        try {
            var query = Query.of(fields, NOW);
            if (query.since().isBefore(query.until().minus(Query.LONGEST))
                            && query.numbers().isEmpty()
                    || query.size() > Query.MOST
                    || query.skipped() < 0) {
                throw new AssertionError("more than may be asked for: " + query);
            }
        } catch (Refused refused) {
            // as it should be
        }
        for (Runnable read : List.<Runnable>of(
                () -> ReadSubmitted.media(fields),
                () -> ReadSubmitted.fingerprint(fields, ""),
                () -> ReadWhere.degrees(ReadSubmitted.first(fields, "lat"), 90))) {
            try {
                read.run();
            } catch (Refused refused) {
                // as it should be
            }
        }
    }
}

package org.linli.channels.xmpp;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.channels.Content;

/// A picture or file that a client has put on the server's own store (XEP-0363).
record Upload(URI address) {

    private static final Pattern PICTURE = ending("jpe?g|png|gif|webp|bmp");
    private static final Pattern VIDEO = ending("mp4|mov|m4v");
    private static final Pattern VOICE = ending("amr|mp3|m4a|ogg|oga|opus|wav");

    /// Empty where the link leads anywhere else: the address comes from outside, and we shall ask whoever is there.
    static Optional<Upload> at(String link, List<String> hosts) {
        try {
            return Optional.of(new Upload(URI.create(link))).filter(it -> it.isOn(hosts));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    Content content() {
        String path = String.valueOf(address.getPath());
        String link = address.toString();
        if (PICTURE.matcher(path).matches()) {
            return new Content.Picture(link, null);
        }
        if (VIDEO.matcher(path).matches()) {
            return new Content.Video(link);
        }
        return VOICE.matcher(path).matches()
                ? new Content.Voice(link, null)
                : new Content.File(link, path.substring(path.lastIndexOf('/') + 1));
    }

    private boolean isOn(List<String> hosts) {
        return "https".equals(address.getScheme())
                && address.getRawUserInfo() == null
                && address.getHost() != null
                && hosts.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "Upload[" + address.getHost() + "]";
    }

    private static Pattern ending(String kinds) {
        return Pattern.compile("(?is).*\\.(" + kinds + ")");
    }
}

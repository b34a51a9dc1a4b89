package org.linli.polls.owners;

/// How many owners there are, and how much they own.
///
/// @param heads owners; whoever owns several homes counts once, and so do several people who own one together
/// @param area  of what they own exclusively (专有部分), in hundredths of a square metre
public record Share(long heads, long area) {

    public static final Share NONE = new Share(0, 0);

    public Share and(Share more) {
        return new Share(heads + more.heads, area + more.area);
    }

    public boolean isNothing() {
        return heads == 0 && area == 0;
    }
}

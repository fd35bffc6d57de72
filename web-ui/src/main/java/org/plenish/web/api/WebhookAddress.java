package org.plenish.web.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Where a webhook's deliveries may go: to https on hosts of the public internet, so that nobody reaches, through this
 * server, what only this server reaches. It is asked when a webhook is registered and again before every delivery, as names
 * may come to mean other addresses. Between that question and the connection a name could still change; the certificate,
 * which must be the name's, guards that gap.
 *
 * @param allowLoopback whether plain http to this machine is allowed too
 */
record WebhookAddress(boolean allowLoopback) {

    private static final int CARRIER_NET = 100; // 100.64.0.0/10, RFC 6598

    /** @throws WebhookRefusedException if deliveries may not go there */
    URI check(String url) {
        URI uri = parse(url);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused(url, "must be an address such as https://erp.example.com/plenish");
        }
        InetAddress[] addresses = resolve(url, uri.getHost());
        boolean loopback = true;
        for (InetAddress address : addresses) {
            loopback &= address.isLoopbackAddress();
        }
        if (loopback && allowLoopback && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            return uri;
        }
        if (!"https".equals(uri.getScheme())) {
            throw refused(url, "must begin with https://");
        }
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                throw refused(url, "must lead to the public internet, but leads to " + address.getHostAddress());
            }
        }
        return uri;
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw refused(url, "must be an address such as https://erp.example.com/plenish");
        }
    }

    private static InetAddress[] resolve(String url, String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw refused(url, "must name a host that is known, but " + host + " is not");
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        if (address instanceof Inet6Address) {
            return first >> 5 == 1 // 2000::/3, all that is given out
                    && !(first == 0x20 && second == 0x02) // 6to4 hides an IPv4 address
                    && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0); // so does Teredo
        }
        return first != 0 && first < 224 && !(first == CARRIER_NET && second >= 64 && second < 128);
    }

    private static WebhookRefusedException refused(String url, String why) {
        return new WebhookRefusedException("The address " + url + " " + why + ".");
    }
}

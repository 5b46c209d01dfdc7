package dev

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// hosts says under which names a server may be asked. A page of another site can
// give a name of its own an address of this machine, and so read what is not
// published yet: a server that only this machine reaches answers to none but
// this machine's own names.
type hosts struct {
	open bool   // others reach the server too, as its owner wants
	name string // the one that the owner has it listen on, or ""
}

func hostsOf(listening net.Addr, name string) hosts {
	tcp, ok := listening.(*net.TCPAddr)
	return hosts{open: !ok || !tcp.IP.IsLoopback(), name: name}
}

// allow reports whether the Host of a request is one of those names.
func (h hosts) allow(r *http.Request) bool {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.Trim(host, "[]"), ".")
	if h.open || strings.EqualFold(host, "localhost") || h.name != "" && strings.EqualFold(host, h.name) {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}

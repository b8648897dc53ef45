#!/usr/bin/python3
"""A WebKitGTK browser for WebKitWebDriver whose profile outlives the process: browser-window.py PROFILE"""

import os
import sys

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import Gtk, WebKit2

profile = os.path.abspath(sys.argv[1])
data = WebKit2.WebsiteDataManager(base_data_directory=profile + '/data', base_cache_directory=profile + '/cache')
context = WebKit2.WebContext.new_with_website_data_manager(data)
cookies = context.get_cookie_manager()
cookies.set_persistent_storage(profile + '/cookies.sqlite', WebKit2.CookiePersistentStorage.SQLITE)
context.set_automation_allowed(True)


def open_window(_session):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    view.get_settings().set_enable_page_cache(True)
    window = Gtk.Window()
    window.set_default_size(1280, 900)
    window.add(view)
    window.show_all()
    view.connect('close', lambda _view: window.destroy())
    return view


def start(_context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name('roost-tests')
    session.set_application_info(about)
    for kind in ('create-web-view::window', 'create-web-view::tab'):
        session.connect(kind, open_window)


context.connect('automation-started', start)
Gtk.main()
